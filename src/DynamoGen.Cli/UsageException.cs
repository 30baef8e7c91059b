namespace DynamoGen.Cli;

/// <summary>The arguments are wrong.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The host cannot be built, or has no verbs.</summary>
internal sealed class HostException(string message) : Exception(message);
