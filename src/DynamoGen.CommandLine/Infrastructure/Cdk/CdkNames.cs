using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure.Cdk;

/// <summary>Names of CloudFormation's as <c>Amazon.CDK.Lib</c> has them.</summary>
internal static class CdkNames
{
    /// <summary>The class of a resource.</summary>
    public static string ClassOf(string type) => "Cfn" + type[(type.LastIndexOf(':') + 1)..];

    /// <summary>The namespace of a resource's class.</summary>
    public static string NamespaceOf(string type) => "Amazon.CDK.AWS." + type switch
    {
        RegionalTable.Type or GlobalTable.Type => "DynamoDB",
        Scaling.TargetType or Scaling.PolicyType => "ApplicationAutoScaling",
        Alarm.Type or Dashboard.Type => "CloudWatch",
        PolicyResources.Type => "IAM",
        EventSource.Type => "Lambda",
        _ => throw new ArgumentException($"{type} has no form.", nameof(type)),
    };

    /// <summary>A property: what is an abbreviation in CloudFormation is a word.</summary>
    public static string PropertyOf(string name) => name switch
    {
        "SSESpecification" => "SseSpecification",
        "SSEEnabled" => "SseEnabled",
        "SSEType" => "SseType",
        "KMSMasterKeyId" => "KmsMasterKeyId",
        _ => name,
    };

    /// <summary>The type of a property's block, or of the items of its list, without what it ends with in C#.</summary>
    /// <param name="owner">The type of the block that has the property; null for the resource.</param>
    /// <param name="name">The property.</param>
    public static string BlockOf(string? owner, string name) => (owner, name) switch
    {
        ("ReplicaSpecification", "GlobalSecondaryIndexes") => "ReplicaGlobalSecondaryIndexSpecification",
        ("ReplicaSpecification", "SSESpecification") => "ReplicaSSESpecification",
        (_, "ReadCapacityAutoScalingSettings" or "WriteCapacityAutoScalingSettings") => "CapacityAutoScalingSettings",
        (_, "AttributeDefinitions") => "AttributeDefinition",
        (_, "LocalSecondaryIndexes") => "LocalSecondaryIndex",
        (_, "GlobalSecondaryIndexes") => "GlobalSecondaryIndex",
        (_, "VectorIndexes") => "VectorIndex",
        (_, "Replicas") => "ReplicaSpecification",
        (_, "GlobalTableWitnesses") => "GlobalTableWitness",
        (_, "Dimensions") => "Dimension",
        (_, "Metrics") => "MetricDataQuery",
        (_, "Filters") => "Filter",
        _ => name,
    };
}
