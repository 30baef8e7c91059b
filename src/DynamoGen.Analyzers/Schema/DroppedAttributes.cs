using DynamoGen.Declarations.Entities;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// Keeps in the lock what items of older versions hold and nothing reads any more. It does no harm, until a later version gives its name to something else.
/// </summary>
internal static class DroppedAttributes
{
    /// <param name="next">The entity as it is declared, which gets the lines.</param>
    /// <param name="model">What declares it.</param>
    /// <param name="locked">What was locked before.</param>
    public static StoredEntity Kept(StoredEntity next, EntityModel model, StoredEntity locked)
    {
        foreach (var version in locked.Earlier.Where(version => version.Key < model.Version))
        {
            Keep(next, model, version.Key, version.Value);
        }

        if (locked.Version < model.Version)
        {
            Keep(next, model, locked.Version, locked.Attributes);
        }

        return next;
    }

    private static void Keep(StoredEntity next, EntityModel model, int version, SortedDictionary<string, StoredAttribute> stored)
    {
        var taken = DeclaredSchema.AttributesOf(model, version);
        foreach (var attribute in stored.Where(attribute => !taken.ContainsKey(attribute.Key)))
        {
            if (!next.Earlier.TryGetValue(version, out var lines))
            {
                next.Earlier[version] = lines = new(StringComparer.Ordinal);
            }

            lines[attribute.Key] = attribute.Value.Dropped;
        }
    }
}
