using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>
/// DynamoDB refused a request for a reason that a program can act on. The message names the access pattern and never a value; the SDK's own
/// exception, whose message can quote values, is the <see cref="Exception.InnerException"/>.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
public abstract class RequestRefusedException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name, such as <c>IOrders.Create</c>.</param>
    /// <param name="message">What was refused and why, without any key's or attribute's value.</param>
    /// <param name="innerException">The SDK's exception.</param>
    protected RequestRefusedException(string accessPattern, string message, AmazonDynamoDBException? innerException)
        : base(message, innerException) => AccessPattern = accessPattern;

    /// <summary>The name of the access pattern that was refused, such as <c>IOrders.Create</c>.</summary>
    public string AccessPattern { get; }
}
