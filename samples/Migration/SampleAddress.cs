namespace MovingOrders;

/// <summary>Where the verbs of another terminal find a run of the sample; it is handed over in the environment.</summary>
/// <param name="DynamoDb">DynamoDB Local.</param>
/// <param name="TablePrefix">What stands before the tables' names: a server that runs already may have tables of an earlier run.</param>
/// <param name="Elsewhere">Another server for the new orders, as if it were another account or region; null where one server has both.</param>
internal sealed record SampleAddress(Uri DynamoDb, string TablePrefix, Uri? Elsewhere = null)
{
    /// <summary>The environment variable that has it.</summary>
    public const string Variable = "MIGRATION_SAMPLE";

    /// <summary>What the environment says, or null.</summary>
    public static SampleAddress? Find() => Environment.GetEnvironmentVariable(Variable)?.Split(',') switch
    {
        [var dynamoDb, var prefix] => new(new Uri(dynamoDb), prefix),
        [var dynamoDb, var prefix, var elsewhere] => new(new Uri(dynamoDb), prefix, new Uri(elsewhere)),
        _ => null,
    };

    public override string ToString() => Elsewhere is null ? $"{DynamoDb},{TablePrefix}" : $"{DynamoDb},{TablePrefix},{Elsewhere}";
}
