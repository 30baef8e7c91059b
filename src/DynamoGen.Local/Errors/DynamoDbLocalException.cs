namespace DynamoGen.Local;

/// <summary>The base of every exception about finding, restoring, starting or stopping DynamoDB Local.</summary>
public class DynamoDbLocalException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what would help.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public DynamoDbLocalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
