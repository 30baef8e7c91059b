using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DynamoGen.Serialization;

/// <summary>Counts the items of older versions that reads meet, which shows when an upcaster is not needed any more.</summary>
/// <remarks>Items are read where no service is at hand, so that the instrument is the process's own. It keeps no state: listeners do.</remarks>
internal static class VersionCensus
{
    // The name of DynamoGenTelemetry, which stands above this folder.
    private static readonly Counter<long> Upcasts = new Meter("DynamoGen", typeof(VersionCensus).Assembly.GetName().Version?.ToString(fieldCount: 3))
        .CreateCounter<long>("dynamogen.item.upcasts", "{item}", "Items of older versions that were read and brought to the current one.");

    /// <summary>Counts an item that is older than its entity, and gives its version.</summary>
    /// <param name="entity">The entity; empty where an error asks for the version.</param>
    /// <param name="version">The item's version.</param>
    /// <param name="newest">The entity's version.</param>
    public static int Count(string entity, int version, int newest)
    {
        if (version < newest && entity.Length > 0 && Upcasts.Enabled)
        {
            var tags = new TagList
            {
                { "dynamogen.entity", entity },
                { "dynamogen.version.from", version },
                { "dynamogen.version.to", newest },
            };
            Upcasts.Add(1, tags);
        }

        return version;
    }
}
