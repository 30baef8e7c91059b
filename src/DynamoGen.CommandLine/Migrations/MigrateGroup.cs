using System.CommandLine;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>What is done about migrations: planned, run, looked at, and gone back from.</summary>
internal sealed class MigrateGroup : ICommandGroup
{
    public Command Create(CommandSession session) => new("migrate", "Migrations from one entity to another, while the application runs.")
    {
        new PlanVerb(session),
        new RunVerb(session),
        new StatusVerb(session),
        new VerifyVerb(session),
        new AdvanceVerb(session),
        new RollbackVerb(session),
        new ResumePoisonVerb(session),
    };
}
