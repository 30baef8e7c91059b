namespace DynamoGen;

/// <summary>The base of every exception that DynamoGen itself throws about data, a declaration or a request that DynamoDB refused.</summary>
public abstract class DynamoGenException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, without any key's or attribute's value.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    protected DynamoGenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
