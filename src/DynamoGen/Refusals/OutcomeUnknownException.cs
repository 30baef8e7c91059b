namespace DynamoGen;

/// <summary>
/// A write reached DynamoDB, its answer was lost, and nothing shows what became of it: it may have been applied or not. The
/// <see cref="Exception.InnerException"/> is what the last attempt ended with.
/// </summary>
/// <remarks>
/// Read the item to find out, or send again what may be applied twice. A method with <see cref="IdempotentAttribute"/> has no such doubt while DynamoDB answers
/// within ten minutes. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
public sealed class OutcomeUnknownException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="wasApplied">Whether the write surely was applied, and only what it returns is lost.</param>
    /// <param name="innerException">What the last attempt ended with, or null where it succeeded.</param>
    public OutcomeUnknownException(string accessPattern, bool wasApplied, Exception? innerException = null)
        : base(Describe(accessPattern, wasApplied), innerException)
    {
        AccessPattern = accessPattern;
        WasApplied = wasApplied;
    }

    /// <summary>The name of the access pattern, such as <c>IOrders.Create</c>.</summary>
    public string AccessPattern { get; }

    /// <summary>Whether the write surely was applied, and only what it returns is lost; false where not even that is known.</summary>
    public bool WasApplied { get; }

    private static string Describe(string accessPattern, bool wasApplied) => wasApplied
        ? $"{accessPattern} was applied, but the answer with what it returns was lost."
        : $"{accessPattern} may have been applied or not, because the answer of an attempt was lost. Read the item to find out.";
}
