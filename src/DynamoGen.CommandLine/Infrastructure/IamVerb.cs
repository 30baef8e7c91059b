using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema iam</c></summary>
internal sealed class IamVerb : SchemaVerb
{
    private readonly Option<string> _repository = new("--repository") { Description = "The repository whose policy is written alone.", HelpName = "name" };
    private readonly Option<string> _partition = Part("--partition", "The partition of the tables.", "aws");
    private readonly Option<string> _region = Part("--region", "The region of the tables; any by default.", "*");
    private readonly Option<string> _account = Part("--account", "The account of the tables; any by default.", "*");

    public IamVerb(CommandSession session)
        : base(session, "iam", "Writes a policy of least privilege for each repository.")
    {
        Options.Add(_repository);
        Options.Add(_partition);
        Options.Add(_region);
        Options.Add(_account);
    }

    protected override string Text(DeclaredApplication application, ParseResult arguments)
    {
        var repositories = application.Repositories;
        var beginning = $"arn:{arguments.GetValue(_partition)}:dynamodb:{arguments.GetValue(_region)}:{arguments.GetValue(_account)}:table/";
        if (arguments.GetValue(_repository) is not { } name)
        {
            return CloudFormationForm.Of(new BlockValue([.. repositories.Select(repository => new Property(repository.Name, Policy(repository.Patterns)))]));
        }

        var asked = repositories.Where(repository => repository.Name == name || PolicyResources.ShortName(repository) == name).ToList();
        return asked switch
        {
            [var repository] => CloudFormationForm.Of(Policy(repository.Patterns)),
            [] => throw new CommandException($"No repository is named '{name}'. There are: {string.Join(", ", repositories.Select(all => all.Name))}."),
            _ => throw new CommandException($"Several repositories are named '{name}': {string.Join(", ", asked.Select(all => all.Name))}."),
        };

        BlockValue Policy(IReadOnlyList<Schema.AccessPattern> patterns) =>
            RepositoryPolicy.Of(patterns, resource => beginning + resource, application.TableName, application.HasBatches);
    }

    private static Option<string> Part(string name, string description, string byDefault) =>
        new(name) { Description = description, DefaultValueFactory = _ => byDefault };
}
