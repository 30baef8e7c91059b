namespace DynamoGen;

/// <summary>A stored item carries a version that this build of the entity does not know, most often one written by a newer deployment.</summary>
public sealed class UnknownVersionException : DynamoGenException
{
    /// <summary>A larger number is no version that anyone declared, but data that came to stand there.</summary>
    internal const int LargestShown = 999;

    /// <summary>Creates the exception.</summary>
    /// <param name="entity">The entity being read.</param>
    /// <param name="found">The version the item carries.</param>
    /// <param name="newest">The newest version this build can read.</param>
    public UnknownVersionException(string entity, int found, int newest)
        : base($"An item of entity '{entity}' has {Describe(found)}; this build reads versions 1 to {newest}.")
    {
        Entity = entity;
        Found = found;
        Newest = newest;
    }

    /// <summary>The entity being read.</summary>
    public string Entity { get; }

    /// <summary>The version the item carries.</summary>
    public int Found { get; }

    /// <summary>The newest version this build can read.</summary>
    public int Newest { get; }

    private static string Describe(int version) => version <= LargestShown ? $"version {version}" : "a much newer version";
}
