using System.CommandLine;
using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Mapping;
using DynamoGen.Cli.Adoption.Writing;

namespace DynamoGen.Cli.Adoption;

/// <summary>Reads the classes that <c>DynamoDBContext</c> maps and writes their declarations.</summary>
internal sealed class ClassVerb : Command
{
    private static readonly string[] Conversions = ["V1", "V2"];

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "The files, or folders, with the classes and what they hold.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<FileInfo?> _out = OutputFile.Option();
    private readonly Option<string?> _namespace = new("--namespace") { Description = "The namespace. Default: 'Adopted' in that of the first class." };
    private readonly Option<string?> _conversion = new("--conversion") { Description = "The context's conversion, V1 or V2. Default: V1, as the context." };

    public ClassVerb(TextWriter output, TextWriter error)
        : base("class", "Reads classes that DynamoDBContext maps, and writes a [Table], an [Entity] and a [Repository] for each.")
    {
        (_output, _error) = (output, error);
        Arguments.Add(_paths);
        Options.Add(_out);
        Options.Add(_namespace);
        Options.Add(_conversion);
        _conversion.AcceptOnlyFromAmong(Conversions);
        SetAction(InvokeAsync);
    }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var files = arguments.GetRequiredValue(_paths).SelectMany(SourceFiles.Find).Distinct(StringComparer.Ordinal).ToList();
            var source = new SourceTypes(await Task.WhenAll(files.Select(file => SourceFiles.ReadAsync(file, cancellationToken))));
            var classes = MappedClass.All(source);
            var from = files is [var only] ? Path.GetFileName(only) : FormattableString.Invariant($"{files.Count} files");
            var draft = MappedFile.Draft(source, classes, arguments.GetValue(_conversion), from);
            if (draft.Tables.Count == 0)
            {
                await _error.WriteLineAsync(string.Join('\n', [$"No class of {from} has a [DynamoDBHashKey].", .. classes.Count == 0 ? [] : draft.Doubts]));
                return 1;
            }

            var space = arguments.GetValue(_namespace) ?? TableFile.NamespaceBelow(classes[0].Type.Namespace);
            await OutputFile.WriteAsync(TableFile.Write(draft, space), arguments.GetValue(_out), _output, cancellationToken);
            await _error.WriteLineAsync(FormattableString.Invariant($"Read {classes.Count} class{(classes.Count == 1 ? "" : "es")} of {from}."));
            return 0;
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await _error.WriteLineAsync(failed.Message);
            return 1;
        }
    }
}
