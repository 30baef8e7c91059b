using System.CommandLine;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema cloudformation</c></summary>
internal sealed class CloudFormationVerb : SchemaVerb
{
    private readonly StackOptions _stack = new();

    public CloudFormationVerb(CommandSession session)
        : base(session, "cloudformation", "Writes a template of CloudFormation: tables, what scales them, and alarms.") => _stack.AddTo(this);

    protected override string Text(DeclaredApplication application, ParseResult arguments) => _stack.Template(application, arguments);
}
