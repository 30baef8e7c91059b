using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Partitions;

/// <summary>A test with boards of its own on the real server.</summary>
public abstract class BoardsTest(LocalServer server) : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Monday = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private ServiceProvider? _services;

    private protected IPosts Posts => _services!.GetRequiredService<IPosts>();

    private protected ArrivalGate Gate { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Boards>(builder => builder.AddRepository<IPosts>().AddInterceptor(_ => Gate));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Posts of authors whose scores are often equal.</summary>
    private protected async Task<Post[]> PutAsync(Random random, int count, params string[] authors)
    {
        var posts = Enumerable.Range(0, count)
            .Select(number => new Post("b", Monday.AddMinutes(random.Next(5 * 24 * 60)), number, authors[random.Next(authors.Length)], random.Next(12))
            {
                Topic = (Topic)random.Next(3),
                Text = $"t{number}",
            })
            .ToArray();
        await Posts.PutMany(posts);
        return posts;
    }

    /// <summary>All pages, one by the cursor of the other.</summary>
    private protected static async Task<List<Page<Post>>> WalkAsync(Func<string?, ValueTask<Page<Post>>> read)
    {
        var pages = new List<Page<Post>>();
        string? cursor = null;
        do
        {
            pages.Add(await read(cursor));
            cursor = pages[^1].Cursor;
        }
        while (cursor is not null);

        return pages;
    }

    private protected static IEnumerable<Post> Items(IEnumerable<Page<Post>> pages) => pages.SelectMany(page => page.Items);
}
