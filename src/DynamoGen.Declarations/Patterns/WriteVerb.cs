namespace DynamoGen.Declarations.Patterns;

/// <summary>How a method writes.</summary>
internal enum WriteVerb
{
    Put,
    Upsert,
    Create,
    Replace,
    Update,
    Delete,
    Check,
}

/// <summary>Finds the verb of a method.</summary>
internal static class WriteVerbs
{
    /// <summary>All verbs, in the order in which messages name them.</summary>
    public static IReadOnlyList<WriteVerb> All { get; } = (WriteVerb[])Enum.GetValues(typeof(WriteVerb));

    /// <summary>What a method that writes must say, as a sentence.</summary>
    public static string Demand { get; } =
        $"a method that writes must begin with {string.Join(", ", All.Take(All.Count - 1).Select(verb => verb.ToString()))} or {All[All.Count - 1]}, "
            + "or have an attribute of that name";

    /// <summary>The verb that a method's name begins with, or null for a read.</summary>
    public static WriteVerb? Of(string method)
    {
        foreach (var verb in All)
        {
            if (MethodWords.BeginsWith(method, verb.ToString()))
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>The operation of a verb.</summary>
    public static WriteKind Kind(this WriteVerb verb) => verb switch
    {
        WriteVerb.Update => WriteKind.Update,
        WriteVerb.Delete => WriteKind.Delete,
        WriteVerb.Check => WriteKind.Check,
        _ => WriteKind.Put,
    };

    /// <summary>Whether a method of the verb takes the whole entity.</summary>
    public static bool TakesEntity(this WriteVerb verb) => verb.Kind() == WriteKind.Put;
}

/// <summary>The operation of a write.</summary>
internal enum WriteKind
{
    Put,
    Update,
    Delete,
    Check,
}
