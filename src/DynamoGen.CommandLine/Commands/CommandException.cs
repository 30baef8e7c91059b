namespace DynamoGen.CommandLine.Commands;

/// <summary>What was asked for cannot be done, for a reason that the user can act on: the message says it in full.</summary>
internal sealed class CommandException(string message) : Exception(message);
