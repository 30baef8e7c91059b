using System.ComponentModel;

namespace DynamoGen.Regions.Conflicts;

/// <summary>Where the items of an entity carry the marks of their writes. Generated code makes it.</summary>
/// <param name="Entity">The entity's name in <c>_t</c>.</param>
/// <param name="Mark">The attribute of the <see cref="LineageMarkAttribute"/>.</param>
/// <param name="Base">The attribute of the <see cref="LineageBaseAttribute"/>.</param>
/// <param name="TimeToLive">The attribute of the <see cref="TimeToLiveAttribute"/>; null where the entity has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ItemLineage(string Entity, string Mark, string Base, string? TimeToLive = null);
