using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Cdk;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema cdk</c></summary>
internal sealed class CdkVerb : SchemaVerb
{
    private readonly StackOptions _stack = new();
    private readonly Option<string> _namespace = Word("--namespace", "The namespace of the construct.", "Infrastructure");
    private readonly Option<string> _class = Word("--class", "The class of the construct.", "DeclaredTables");

    public CdkVerb(CommandSession session)
        : base(session, "cdk", "Writes a construct of the CDK in C#: tables, what scales them, and alarms.")
    {
        Options.Add(_namespace);
        Options.Add(_class);
        _stack.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_namespace)?.Split('.').All(IsName) == false || (result.GetValue(_class) is { } name && !IsName(name)))
            {
                result.AddError("--namespace and --class are names of C#.");
            }
        });
    }

    protected override string Text(DeclaredApplication application, ParseResult arguments) =>
        CdkForm.Of(_stack.All(application, arguments), arguments.GetValue(_namespace)!, arguments.GetValue(_class)!);

    private static bool IsName(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(letter => char.IsLetterOrDigit(letter) || letter == '_');

    private static Option<string> Word(string name, string description, string byDefault) =>
        new(name) { Description = description, DefaultValueFactory = _ => byDefault, HelpName = "name" };
}
