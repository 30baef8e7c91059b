using System.ComponentModel;

namespace DynamoGen.Requests;

/// <summary>What a write demands of the stored item beside the condition that its access pattern declares, by which its failure is told.</summary>
/// <param name="IsThere">Whether there must be an item, or must be none; null where either will do.</param>
/// <param name="TimeToLive">The attribute of the time, in seconds since 1970, from which on the item counts as absent; null where it never does.</param>
/// <param name="Lock">The attribute of the count of writes that the item must have; null where any will do.</param>
/// <param name="Epoch">The attribute of the epoch than which the item must not have a newer one; null where it may.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ItemDemands(bool? IsThere = null, string? TimeToLive = null, string? Lock = null, string? Epoch = null);
