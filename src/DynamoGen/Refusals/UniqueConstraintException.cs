using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>A value that must be one item's alone is another item's already; nothing was written.</summary>
public sealed class UniqueConstraintException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="constraint">The template of the <see cref="UniqueAttribute"/>.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public UniqueConstraintException(string accessPattern, string constraint, AmazonDynamoDBException? innerException = null)
        : base(accessPattern, $"{accessPattern} wrote nothing, because another item has the same unique value \"{constraint}\".", innerException) =>
        Constraint = constraint;

    /// <summary>The template of the <see cref="UniqueAttribute"/>, such as <c>EMAIL#{Email}</c>.</summary>
    public string Constraint { get; }
}
