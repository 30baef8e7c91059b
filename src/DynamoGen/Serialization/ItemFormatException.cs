namespace DynamoGen;

/// <summary>
/// A stored item, or a response that should hold one, is not what the entity expects: malformed JSON, another attribute type, a value that does not fit, a
/// missing required attribute, or a value that code of the application (a constructor, accessor, converter or upcaster) refuses. The message never
/// carries a value; the exception of such code is the <see cref="Exception.InnerException"/>, and may.
/// </summary>
/// <remarks>
/// Types are named by their descriptors: see <see
/// href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">DynamoDB low-level API</see>.
/// </remarks>
public sealed class ItemFormatException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entity">The entity being read, or null when no entity was reached yet.</param>
    /// <param name="attribute">The attribute's path, such as <c>Lines[3].Price</c>, or null when none was reached yet.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="found">What was found instead.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ItemFormatException(string? entity, string? attribute, string expected, string found, Exception? innerException = null)
        : base(Describe(entity, attribute, expected, found), innerException)
    {
        Entity = entity;
        Attribute = attribute;
        Expected = expected;
        Found = found;
    }

    /// <summary>The entity being read, or null.</summary>
    public string? Entity { get; }

    /// <summary>The attribute's path, such as <c>Lines[3].Price</c>, in which <c>[*]</c> stands for a dictionary's key, or null.</summary>
    public string? Attribute { get; }

    /// <summary>What was expected: an attribute type such as <c>N (Int32)</c>, or a piece of JSON.</summary>
    public string Expected { get; }

    /// <summary>What was found: an attribute type such as <c>S</c>, or <c>nothing</c>.</summary>
    public string Found { get; }

    private static string Describe(string? entity, string? attribute, string expected, string found)
    {
        var place = (entity, attribute) switch
        {
            (null, _) => "The response",
            (_, null) => $"An item of entity '{entity}'",
            _ => $"Attribute '{attribute}' of entity '{entity}'",
        };
        return $"{place} cannot be read: expected {expected}, found {found}.";
    }
}
