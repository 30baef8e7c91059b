using System.ComponentModel;

namespace DynamoGen.Regions.Counters;

/// <summary>An entity with counters of its regions. The generator implements it for each that has a <see cref="RegionalCounterAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRegionalCounters
{
    /// <summary>Where the entity's items have their counters.</summary>
    static abstract RegionalCounterSchema Counters { get; }
}
