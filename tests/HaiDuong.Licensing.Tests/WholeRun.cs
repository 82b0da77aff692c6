using NUnit.Framework;

// Nothing is shared but what never changes.
[assembly: Parallelizable(ParallelScope.Fixtures)]
