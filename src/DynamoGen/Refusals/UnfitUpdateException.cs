using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>
/// An update does not fit the item as it is stored, and nothing was written: it goes into, or reads, an attribute or an element that the item does not
/// have, or it computes with one of another type. The build refuses what may be null or left out; what only the item knows, such as how long a list is
/// or what another program has stored, is found when the update is sent.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">update expressions</see>.
/// </remarks>
public sealed class UnfitUpdateException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public UnfitUpdateException(string accessPattern, AmazonDynamoDBException? innerException = null)
        : base(
            accessPattern,
            $"{accessPattern} wrote nothing, because it goes into, reads or computes with what the stored item does not have, or has as another type.",
            innerException)
    {
    }
}
