namespace DynamoGen.Local;

/// <summary>No way of running DynamoDB Local is available on this machine; the message says what to install.</summary>
public sealed class DynamoDbLocalNotFoundException : DynamoDbLocalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="missing">What was looked for and not found, one sentence each.</param>
    public DynamoDbLocalNotFoundException(IReadOnlyList<string> missing)
        : base(Describe(missing))
    {
        Missing = missing;
    }

    /// <summary>What was looked for and not found, one sentence each, in the order of the search.</summary>
    public IReadOnlyList<string> Missing { get; }

    private static string Describe(IReadOnlyList<string> missing) =>
        $"""
        DynamoDB Local is not available here:
        {string.Join('\n', missing.Select(reason => "- " + reason))}
        Any one of these helps: install Java 17 or later (a JDK) and Node.js with npm; start Docker; set {DynamoDbLocalOptions.InstalledJarVariable} to a folder that holds DynamoDBLocal.jar and DynamoDBLocal_lib (needs Java 17 or later); or set {DynamoDbLocalOptions.EndpointVariable} to a server that runs already.
        """;
}
