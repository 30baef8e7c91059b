using System.CommandLine;
using System.Text;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>A verb that writes infrastructure as text, to the output or into a file.</summary>
internal abstract class SchemaVerb : Verb
{
    private readonly Option<string> _out = new("--out") { Description = "The file that is written; the output without it.", HelpName = "file" };
    private readonly ClientOption _client = new();

    protected SchemaVerb(CommandSession session, string name, string description)
        : base(session, name, description, hasJson: false)
    {
        Options.Add(_out);
        _client.AddTo(this);
    }

    /// <summary>Makes the text.</summary>
    /// <exception cref="CommandException">It cannot be made.</exception>
    protected abstract string Text(DeclaredApplication application, ParseResult arguments);

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var text = Text(_client.Application(Session.Services, arguments), arguments);
        if (arguments.GetValue(_out) is { } file)
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Session.Output.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }
}
