namespace DynamoGen.BuildCost.Costs;

/// <summary>The analyzers that a measured run of the compiler has.</summary>
internal enum BuildAnalyzers
{
    /// <summary>None, as in no build with .NET's SDK: it brings some by itself.</summary>
    None,

    /// <summary>One that does nothing: what it costs is Roslyn's own work for having analyzers at all.</summary>
    Idle,

    /// <summary>The generator and the analyzers of the product.</summary>
    Product,
}
