/** The one function of jStat 1.9.6 that this project needs and trusts; the package ships no types. */
declare module 'jstat' {
  const jStat: {
    /** ln Γ(x) for x > 0, relative error below 1e-12. */
    gammaln(x: number): number;
  };
  export default jStat;
}
