using System.Globalization;

namespace OrderStreams;

/// <summary>Where the parts of one run of the sample find each other; it is handed over in the environment.</summary>
/// <param name="DynamoDb">DynamoDB Local.</param>
/// <param name="TablePrefix">What stands before the tables' names: a server that runs already may have tables of an earlier run.</param>
/// <param name="SearchPort">The search cluster's port.</param>
internal sealed record SampleAddress(Uri DynamoDb, string TablePrefix, int SearchPort)
{
    /// <summary>The environment variable that has it.</summary>
    public const string Variable = "STREAMS_SAMPLE";

    /// <summary>What the environment says, or null.</summary>
    public static SampleAddress? Find() => Environment.GetEnvironmentVariable(Variable)?.Split(',') is [var dynamoDb, var prefix, var port]
        ? new(new Uri(dynamoDb), prefix, int.Parse(port, CultureInfo.InvariantCulture))
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DynamoDb},{TablePrefix},{SearchPort}");
}
