using DynamoGen.Schema;

namespace DynamoGen.Tests.Hosting;

public sealed class TableNameTests
{
    private static readonly TableSchema Orders = new() { Name = "orders", PartitionKey = "pk" };

    [Fact]
    public void Is_the_declared_name_when_no_option_says_otherwise() =>
        Assert.Equal("orders", new DynamoGenOptions().TableName(Orders));

    [Fact]
    public void Starts_with_the_prefix() =>
        Assert.Equal("staging.eu-orders", new DynamoGenOptions { TableNamePrefix = "staging.eu-" }.TableName(Orders));

    [Theory]
    [InlineData("Team_A.orders-2")]
    [InlineData("arn:aws:dynamodb:eu-west-1:123456789012:table/orders")]
    public void Is_what_the_resolver_gives(string name) =>
        Assert.Equal(name, new DynamoGenOptions { TableNameResolver = _ => name }.TableName(Orders));

    [Theory]
    [InlineData("ab")]
    [InlineData("")]
    [InlineData("or ders")]
    [InlineData("örders")]
    [InlineData(null)]
    public void Is_refused_when_DynamoDB_would_refuse_it(string? name)
    {
        var options = new DynamoGenOptions { TableNameResolver = _ => name! };

        var exception = Assert.Throws<InvalidTableNameException>(() => options.TableName(Orders));

        Assert.Equal(name, exception.TableName);
        Assert.Contains("'orders'", exception.Message);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Has_at_most_255_characters(int length, bool valid)
    {
        var options = new DynamoGenOptions { TableNamePrefix = new string('x', length - Orders.Name.Length) };

        if (valid)
        {
            Assert.Equal(length, options.TableName(Orders).Length);
        }
        else
        {
            Assert.Throws<InvalidTableNameException>(() => options.TableName(Orders));
        }
    }
}
