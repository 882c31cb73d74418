namespace AutoResolve.Actions;

/// <summary>A handler that calls several systems. Each has turns and a circuit of its own: one that fails stops no other.</summary>
internal interface IPartitionedHandler<in TParameters>
    where TParameters : class
{
    /// <summary>Names the system that is called. Few names: what is kept for one is kept while the host runs. Throws nothing.</summary>
    string PartitionOf(TParameters parameters);
}
