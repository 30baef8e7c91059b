using System.Globalization;

namespace OrderStreams;

/// <summary>Where the parts of one run of the sample find each other; it is handed over as arguments.</summary>
/// <param name="DynamoDb">DynamoDB Local.</param>
/// <param name="TablePrefix">What stands before the tables' names: a server that runs already may have tables of an earlier run.</param>
/// <param name="SearchPort">The search cluster's port.</param>
internal sealed record SampleAddress(Uri DynamoDb, string TablePrefix, int SearchPort)
{
    public string[] Arguments => [DynamoDb.ToString(), TablePrefix, SearchPort.ToString(CultureInfo.InvariantCulture)];

    public static SampleAddress Parse(string dynamoDb, string tablePrefix, string searchPort) =>
        new(new Uri(dynamoDb), tablePrefix, int.Parse(searchPort, CultureInfo.InvariantCulture));
}
