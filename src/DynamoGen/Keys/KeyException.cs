namespace DynamoGen;

/// <summary>
/// A value cannot be part of a key: it is null or too long, has more digits than its width, or holds a character that keys cannot carry. Thrown before
/// anything is sent; it never carries the value.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.</remarks>
public sealed class KeyException : DynamoGenException
{
    private readonly string _reason;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be part of a key and why, without the value.</param>
    public KeyException(string message)
        : base(message) => _reason = message;

    /// <summary>The entity whose key it is, or null where a key is built by itself.</summary>
    public string? Entity { get; private set; }

    /// <summary>The key's attribute, or null where a key is built by itself.</summary>
    public string? Attribute { get; private set; }

    /// <inheritdoc/>
    public override string Message => (Entity, Attribute) switch
    {
        (null, _) => _reason,
        (_, null) => $"A key of entity '{Entity}' cannot be built. {_reason}",
        _ => $"Key '{Attribute}' of entity '{Entity}' cannot be built. {_reason}",
    };

    /// <summary>Says which key it is, unless that was said already.</summary>
    internal void Locate(string entity, string? attribute)
    {
        if (Entity is null)
        {
            (Entity, Attribute) = (entity, attribute);
        }
    }
}
