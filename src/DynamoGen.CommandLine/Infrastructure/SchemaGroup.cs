using System.CommandLine;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>What is written of the tables that an application declares.</summary>
internal sealed class SchemaGroup : ICommandGroup
{
    public Command Create(CommandSession session) => new("schema", "Infrastructure of the tables that the application declares, and a document of them.")
    {
        new CloudFormationVerb(session),
        new TerraformVerb(session),
        new CdkVerb(session),
        new CreateTableVerb(session),
        new IamVerb(session),
        new DiffVerb(session),
        new DocumentVerb(session),
    };
}
