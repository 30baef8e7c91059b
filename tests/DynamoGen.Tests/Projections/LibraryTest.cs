using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Projections;

/// <summary>A test with a library of its own on the real server.</summary>
public abstract class LibraryTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private protected IServiceProvider Services => _services!;

    private protected IBooks Books => Services.GetRequiredService<IBooks>();

    private protected string TableName => Services.GetRequiredService<DynamoGenOptions>().TableName(Schema<Library>());

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Library>(builder => builder.AddRepository<IBooks>().AddRepository<ILoans>());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>A time past, and more than five years so: time to live deletes what expired since, whenever it likes, and leaves this.</summary>
    private protected static DateTimeOffset LongAgo { get; } = DateTimeOffset.UtcNow.AddYears(-6);

    private protected static Book NewBook(int isbn, string author = "Woolf", Genre genre = Genre.Novel) => new()
    {
        Branch = "north",
        Isbn = isbn,
        Title = $"Title {isbn:D4}",
        Author = author,
        Genre = genre,
        Published = new DateOnly(1900, 1, 1).AddDays(isbn),
        Shelf = new Place("A", isbn),
        Text = $"Text {isbn}",
    };

    private protected static Book.PrimaryKey KeyOf(Book book) => new(book.Branch, book.Isbn);

    /// <summary>What the service itself says of the table.</summary>
    private protected async Task<TableDescription> DescribeAsync() =>
        (await Services.GetRequiredService<IAmazonDynamoDB>().DescribeTableAsync(TableName, TestContext.Current.CancellationToken)).Table;
}
