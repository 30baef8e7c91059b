using Microsoft.Extensions.Logging;

namespace DynamoGen.Migrations.Runs;

/// <summary>What is logged of a migration: names and numbers, never a key's or attribute's value.</summary>
internal static partial class MigrationLog
{
    [LoggerMessage(40, LogLevel.Warning, "The work of {Migration} failed: {Reason} It is tried again.")]
    public static partial void WorkFailed(this ILogger logger, string migration, string reason);

    [LoggerMessage(41, LogLevel.Warning, "The phase of {Migration} could not be followed: {Reason} It is tried again.")]
    public static partial void PhaseUnread(this ILogger logger, string migration, string reason);
}
