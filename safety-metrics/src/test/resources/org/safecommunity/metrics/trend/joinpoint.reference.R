# Grid search of one joinpoint for the AIDS counts of Belgium 1981-93 by glm and lm; slopes by the model covariance.
t<-1:13; x<-c(12,14,33,50,67,74,123,141,165,204,253,246,240)
ep<-glm.control(epsilon=1e-15,maxit=100)
out<-function(m,tau,fit,dev){v<-vcov(fit);b<-coef(fit);w<-c(0,1,(13-tau)/12)
 cat(paste(c(m,format(c(tau,dev,100*expm1(b[2]),100*expm1(b[2]+b[3]),100*expm1(sum(w*b)),sqrt(drop(w%*%v%*%w))),digits=15,trim=TRUE)),collapse=","),"\n")}
for(m in c("POISSON","QUASI_POISSON","LOG_LINEAR")){best<-NULL
 for(tau in 3:11){h<-pmax(0,t-tau); f<-if(m=="LOG_LINEAR") lm(log(x)~t+h,weights=x) else glm(x~t+h,family=if(m=="POISSON") poisson else quasipoisson,control=ep)
  d<-deviance(f); if(is.null(best)||d<best$d) best<-list(d=d,f=f,tau=tau)}
 out(m,best$tau,best$f,best$d)}
