using DynamoGen.Declarations.Entities;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// Keeps in the lock what items hold and nothing reads any more. It does no harm, until a later declaration gives its name to something else.
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

        Keep(next, model, locked.Version, locked.Attributes);
        return next;
    }

    private static void Keep(StoredEntity next, EntityModel model, int version, SortedDictionary<string, StoredAttribute> stored)
    {
        var taken = DeclaredSchema.AttributesOf(model, version);
        var changed = new HashSet<string>();
        foreach (var attribute in stored)
        {
            if (AttributePath.Parent(attribute.Key) is { } parent && changed.Contains(parent))
            {
                changed.Add(attribute.Key);
            }
            else if (taken.TryGetValue(attribute.Key, out var found))
            {
                if (found.Form == StoredForms.Any || !FormChange.IsReadable(attribute.Value.HeldForm, found.Form))
                {
                    changed.Add(attribute.Key);
                }
            }
            else if (attribute.Value.HeldForm != StoredForms.Unknown)
            {
                Lines(next, version)[attribute.Key] = attribute.Value.Dropped;
            }
        }
    }

    private static SortedDictionary<string, StoredAttribute> Lines(StoredEntity next, int version)
    {
        if (version >= next.Version)
        {
            return next.Attributes;
        }

        if (!next.Earlier.TryGetValue(version, out var lines))
        {
            next.Earlier[version] = lines = new(StringComparer.Ordinal);
        }

        return lines;
    }
}
