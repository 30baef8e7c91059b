using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Html;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Documents.Markdown;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema document</c></summary>
internal sealed class DocumentVerb : SchemaVerb
{
    private const string Markdown = "markdown";
    private const string Html = "html";

    private readonly Option<string> _format = new("--format") { Description = "The form of it.", DefaultValueFactory = _ => Markdown };
    private readonly Option<string[]> _locks = new("--lock")
    {
        Description = "A schema lock, of which entities and key layouts are taken; by default that of the current folder, or the one beside the project.",
        HelpName = "file",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _title = new("--title") { Description = "What it is about; by default the application's name.", HelpName = "name" };

    public DocumentVerb(CommandSession session)
        : base(session, "document", "Writes a document of the data model: tables, keys, entities, access patterns and what they cost.")
    {
        _format.AcceptOnlyFromAmong(Markdown, Html);
        Options.Add(_format);
        Options.Add(_locks);
        Options.Add(_title);
    }

    protected override string Text(DeclaredApplication application, ParseResult arguments)
    {
        var title = arguments.GetValue(_title) ?? Session.Services.GetService<IHostEnvironment>()?.ApplicationName ?? AppDomain.CurrentDomain.FriendlyName;
        var document = DocumentDraft.Of(Source(application, title, LockFiles.Read(arguments.GetValue(_locks) ?? [])));
        return arguments.GetValue(_format) == Html ? HtmlForm.Of(document) : MarkdownForm.Of(document);
    }

    private static DocumentSource Source(DeclaredApplication application, string title, LockedSchema? locked)
    {
        var patterns = application.Repositories.SelectMany(repository => repository.Patterns).ToLookup(pattern => application.TableName(pattern.Table));
        var handlers = application.Handlers.ToLookup(handler => application.TableName(handler.Table));
        return new DocumentSource(
            title,
            [
                .. application.AnyTables.Select(table => new SourceTable(
                    table, [.. patterns[table.Name]], [.. handlers[table.Name].Select(handler => new SourceHandler(handler.Name, handler.IsSink))])),
            ],
            locked);
    }
}
