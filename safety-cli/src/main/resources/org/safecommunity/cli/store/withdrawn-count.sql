SELECT count(*) FROM record WHERE kind = :kind AND seen >= :horizon AND seen < :import
