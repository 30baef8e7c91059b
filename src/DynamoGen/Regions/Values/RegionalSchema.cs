using System.ComponentModel;
using DynamoGen.Schema;

namespace DynamoGen.Regions.Values;

/// <summary>Where the items of an entity have the values of which each region has a part.</summary>
/// <param name="Table">The entity's table.</param>
/// <param name="Entity">The entity's name in <c>_t</c>.</param>
/// <param name="UpdatedRegion">The attribute of the <see cref="UpdatedRegionAttribute"/>.</param>
/// <param name="Values">The values; a region writes the attribute of <see cref="AttributeOf"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RegionalSchema(TableSchema Table, string Entity, string UpdatedRegion, IReadOnlyList<RegionalMember> Values)
{
    /// <summary>Describes an entity of a table. Generated code calls it.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <param name="entity">The entity's name in <c>_t</c>.</param>
    /// <param name="updatedRegion">The attribute of the <see cref="UpdatedRegionAttribute"/>.</param>
    /// <param name="values">The values.</param>
    public static RegionalSchema Of<TTable>(string entity, string updatedRegion, params RegionalMember[] values)
        where TTable : class, ITable<TTable> => new(TTable.Schema, entity, updatedRegion, values);

    /// <summary>The attribute of one region's part.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="region">The region's system name.</param>
    public static string AttributeOf(string name, string region) => $"{name}@{region}";
}

/// <summary>A value of which each region has a part.</summary>
/// <param name="Name">Its name, which the attributes of the parts begin with.</param>
/// <param name="Kind">What it is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RegionalMember(string Name, RegionalKind Kind);

/// <summary>What a value is of which each region has a part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum RegionalKind
{
    /// <summary>A <see cref="RegionalCount"/>.</summary>
    Counter,

    /// <summary>A <see cref="RegionalSet{T}"/>.</summary>
    Set,

    /// <summary>A <see cref="RegionalRegister{T}"/>.</summary>
    Register,
}
