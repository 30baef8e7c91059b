namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>
/// The properties whose change has CloudFormation make a resource anew, of the types that are written here: <c>causesReplacement</c> in its specification.
/// </summary>
internal static class Replacements
{
    /// <summary>Them by the type of the resource, in order of their names.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["AWS::ApplicationAutoScaling::ScalableTarget"] = ["ResourceId", "ScalableDimension", "ServiceNamespace"],
        ["AWS::ApplicationAutoScaling::ScalingPolicy"] = ["PolicyName", "ResourceId", "ScalableDimension", "ScalingTargetId", "ServiceNamespace"],
        ["AWS::CloudWatch::Alarm"] = ["AlarmName"],
        ["AWS::CloudWatch::Dashboard"] = ["DashboardName"],
        ["AWS::DynamoDB::GlobalTable"] = ["KeySchema", "LocalSecondaryIndexes", "TableName"],
        ["AWS::DynamoDB::Table"] = ["ImportSourceSpecification", "KeySchema", "TableName"],
        ["AWS::IAM::ManagedPolicy"] = ["Description", "ManagedPolicyName", "Path"],
        ["AWS::Lambda::EventSourceMapping"] =
        [
            "AmazonManagedKafkaEventSourceConfig", "EventSourceArn", "SelfManagedEventSource", "SelfManagedKafkaEventSourceConfig", "StartingPosition",
            "StartingPositionTimestamp",
        ],
    };

    /// <summary>Whether a change of a property makes a resource anew.</summary>
    public static bool Has(string type, string property) => All.TryGetValue(type, out var properties) && properties.Contains(property);
}
