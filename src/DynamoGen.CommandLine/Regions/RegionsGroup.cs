using System.CommandLine;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Regions;

/// <summary>What is done about tables that one region writes.</summary>
internal sealed class RegionsGroup : ICommandGroup
{
    public Command Create(CommandSession session) => new("regions", "Which region writes a table, and failover to another one.")
    {
        new StatusVerb(session),
        new FailoverVerb(session),
        new DrillVerb(session),
    };
}
