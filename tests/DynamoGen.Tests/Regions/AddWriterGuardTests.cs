using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Regions.Guards;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

/// <summary>One line guards a table in the region of its client.</summary>
public sealed class AddWriterGuardTests
{
    [Fact]
    public void A_guard_is_a_handler_of_the_table_s_stream()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.Region = "eu-west-1";
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
        }).AddWriterGuard<AccountTable>(options => options.CreatesTables = true);
        using var provider = services.BuildServiceProvider();

        var guard = provider.GetRequiredService<StreamHandlerRegistration>();

        Assert.Equal(("accounts-writer-guard", "accounts", true), (guard.Name, guard.Table.Name, guard.Options.CreatesTables));
        Assert.IsType<WriterGuard>(guard.CreateHandler(provider));
    }

    [Fact]
    public void What_has_no_writer_or_no_images_is_refused()
    {
        var builder = new ServiceCollection().AddDynamoGen();

        Assert.Contains("'letters'", Assert.Throws<InvalidOperationException>(() => builder.AddWriterGuard<LetterTable>()).Message);
        Assert.Contains("'rates'", Assert.Throws<InvalidOperationException>(() => builder.AddWriterGuard<Rates>()).Message);
        builder.AddWriterGuard<AccountTable>();
        Assert.Throws<InvalidOperationException>(() => builder.AddWriterGuard<AccountTable>());
    }
}
