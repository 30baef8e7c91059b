using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>
/// A value of an entity cannot be stored in DynamoDB: a NaN or infinite number, a text with a lone surrogate, an undefined enum member, a null where
/// the declaration promises a value, a value of a type that derives from the one that is stored, two elements of a set or two keys of a dictionary that
/// are stored alike, an empty key, values that nest more than 32 levels deep, or one that a converter refuses. Thrown before anything is sent. The
/// message never carries a value; where a converter or other code of the application threw, its exception is the
/// <see cref="Exception.InnerException"/>, whose message may.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">supported data types</see>.
/// </remarks>
public sealed class ItemValueException : DynamoGenException
{
    private readonly string _reason;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be stored and why, without the value.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ItemValueException(string message, Exception? innerException = null)
        : base(message, innerException) => _reason = message;

    internal ItemValueException(string entity, string? attribute, string reason, Exception? innerException)
        : this(reason, innerException) => (Entity, Attribute) = (entity, attribute);

    /// <summary>The entity being written, or null where there is none.</summary>
    public string? Entity { get; private set; }

    /// <summary>
    /// The attribute's path, such as <c>Lines[3].Price</c>, in which <c>[*]</c> stands for a dictionary's key; or the name of the access pattern's
    /// parameter; or null where it is not known.
    /// </summary>
    public string? Attribute { get; private set; }

    /// <inheritdoc/>
    public override string Message => ValuePlace.Describe(Entity, Attribute, _reason);

    /// <summary>Says where the value is, unless that was said already.</summary>
    internal void Locate(string entity, string? attribute)
    {
        if (Entity is null)
        {
            (Entity, Attribute) = (entity, attribute);
        }
    }
}
