using System.CommandLine;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Writing;

namespace DynamoGen.Cli.Adoption;

/// <summary>Reads a live table and writes its declarations.</summary>
internal sealed class TableVerb : Command
{
    private const int MostItems = 100_000;
    private const int MostSegments = 100;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Argument<string> _table = new("name") { Description = "The table's name." };
    private readonly Option<string?> _region = new("--region") { Description = "The table's region, such as eu-west-1. Default: that of the environment." };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "The server, such as http://localhost:8000 for DynamoDB Local." };
    private readonly Option<FileInfo?> _out = OutputFile.Option();
    private readonly Option<string?> _namespace = new("--namespace") { Description = "The namespace. Default: the table's name." };
    private readonly Option<int> _items = new("--items") { Description = "The most items that are read.", DefaultValueFactory = static _ => 1_000 };
    private readonly Option<int> _segments =
        new("--segments") { Description = "From how many places of the table they are read.", DefaultValueFactory = static _ => 4 };

    public TableVerb(TextWriter output, TextWriter error)
        : base("table", "Reads a table's description and a sample of its items, and writes a [Table], an [Entity] and a [Repository] for each kind of item.")
    {
        (_output, _error) = (output, error);
        Arguments.Add(_table);
        Options.Add(_region);
        Options.Add(_endpoint);
        Options.Add(_out);
        Options.Add(_namespace);
        Options.Add(_items);
        Options.Add(_segments);
        _items.Validators.Add(result => Check(result.GetValueOrDefault<int>(), MostItems, result.AddError));
        _segments.Validators.Add(result => Check(result.GetValueOrDefault<int>(), MostSegments, result.AddError));
        _endpoint.Validators.Add(static result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string?>(), UriKind.Absolute, out _))
            {
                result.AddError("--endpoint is no address such as http://localhost:8000.");
            }
        });
        SetAction(InvokeAsync);
    }

    private static void Check(int value, int most, Action<string> refuse)
    {
        if (value < 1 || value > most)
        {
            refuse(FormattableString.Invariant($"{value} is not within 1 and {most}."));
        }
    }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var client = Client(arguments.GetValue(_region), arguments.GetValue(_endpoint) is { } address ? new Uri(address) : null);
            var sample = await new TableReader(client).ReadAsync(
                arguments.GetRequiredValue(_table), arguments.GetValue(_items), arguments.GetValue(_segments), cancellationToken);
            var text = TableFile.Write(SampledTable.Draft(sample), arguments.GetValue(_namespace) ?? TableFile.NamespaceOf(sample.Table.Name));
            await OutputFile.WriteAsync(text, arguments.GetValue(_out), _output, cancellationToken);
            await _error.WriteLineAsync(FormattableString.Invariant($"Read {sample.Items.Count} items, for {sample.ReadUnits} read units."));
            return 0;
        }
        catch (AmazonServiceException failed)
        {
            await _error.WriteLineAsync($"{failed.ErrorCode}: {failed.Message}");
        }
        catch (Exception failed) when (failed is AmazonClientException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await _error.WriteLineAsync(failed.Message);
        }

        return 1;
    }

    private static AmazonDynamoDBClient Client(string? region, Uri? endpoint)
    {
        var configuration = new AmazonDynamoDBConfig();
        if (region is not null)
        {
            configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        if (endpoint is not null)
        {
            configuration.ServiceURL = endpoint.OriginalString;
            configuration.AuthenticationRegion = region;
        }

        // DynamoDB Local takes any credentials, and needs some.
        return endpoint is { IsLoopback: true } && Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null
            ? new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), configuration)
            : new AmazonDynamoDBClient(configuration);
    }
}
