using System.ComponentModel;
using DynamoGen.Schema;

namespace DynamoGen.Regions.Counters;

/// <summary>Where the items of an entity have their counters of regions.</summary>
/// <param name="Table">The entity's table.</param>
/// <param name="Entity">The entity's name in <c>_t</c>.</param>
/// <param name="UpdatedRegion">The attribute of the <see cref="UpdatedRegionAttribute"/>.</param>
/// <param name="Counters">The counters' names; a region adds to the attribute of <see cref="AttributeOf"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RegionalCounterSchema(TableSchema Table, string Entity, string UpdatedRegion, IReadOnlyList<string> Counters)
{
    /// <summary>Describes an entity of a table. Generated code calls it.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <param name="entity">The entity's name in <c>_t</c>.</param>
    /// <param name="updatedRegion">The attribute of the <see cref="UpdatedRegionAttribute"/>.</param>
    /// <param name="counters">The counters' names.</param>
    public static RegionalCounterSchema Of<TTable>(string entity, string updatedRegion, params string[] counters)
        where TTable : class, ITable<TTable> => new(TTable.Schema, entity, updatedRegion, counters);

    /// <summary>The attribute that a region adds to.</summary>
    /// <param name="counter">The counter's name.</param>
    /// <param name="region">The region's system name.</param>
    public static string AttributeOf(string counter, string region) => $"{counter}@{region}";
}
