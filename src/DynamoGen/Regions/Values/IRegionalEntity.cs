using System.ComponentModel;

namespace DynamoGen.Regions.Values;

/// <summary>An entity with values of which each region has a part. The generator implements it for each that has a <see cref="RegionalAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRegionalEntity
{
    /// <summary>Where the entity's items have these values.</summary>
    static abstract RegionalSchema Regional { get; }
}
