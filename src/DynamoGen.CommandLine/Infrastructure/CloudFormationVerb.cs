using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema cloudformation</c></summary>
internal sealed class CloudFormationVerb : SchemaVerb
{
    private readonly StackOptions _stack = new();

    public CloudFormationVerb(CommandSession session)
        : base(session, "cloudformation", "Writes a template of CloudFormation: tables, what scales them, and alarms.") => _stack.AddTo(this);

    protected override string Text(DeclaredApplication application, ParseResult arguments)
    {
        var ids = new ResourceIds();
        List<Resource> tables = [.. application.AnyTables.SelectMany(table => TableResources.Of(table, ids))];
        return CloudFormationForm.Of([.. tables, .. _stack.Resources(application, arguments, ids)]);
    }
}
